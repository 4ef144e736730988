-- A large packing goes on some blocks at a time, each time in a transaction of its own, so that none runs long: the changes it takes, and the customer before
-- whom they are packed already. Who reads journeys leaves out what these changes say of customers before that one.
ALTER TABLE journey_packing ADD round bigint[], ADD packed_before uuid;
