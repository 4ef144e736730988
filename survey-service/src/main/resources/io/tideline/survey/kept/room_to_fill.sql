-- Lets the statements of this transaction sort and count in memory what would else go by way of the disk, and count by hash: sorting all facts once for each
-- cut takes many times as long, and the planner, who cannot know how few cells there are, would choose it.
SELECT set_config('work_mem', '128MB', true) AS work_mem, set_config('enable_sort', 'off', true) AS enable_sort
