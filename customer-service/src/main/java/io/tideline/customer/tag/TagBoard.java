package io.tideline.customer.tag;

import io.tideline.customer.tag.TagStore.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Intervals of a batch while its rows are taken one by one: what each row becomes depends on the rows before it. */
final class TagBoard {
    private final Map<Place, List<TagInterval>> known = new HashMap<>();
    private final Map<Object, CarriedTag> changed = new LinkedHashMap<>();

    TagBoard(Map<UUID, List<TagInterval>> stored) {
        stored.forEach((customer, intervals) -> intervals.forEach(
                interval -> known.computeIfAbsent(new Place(customer, interval.tag()), place -> new ArrayList<>())
                        .add(interval)));
    }

    TagRules.Outcome take(CarriedTag said) {
        Place place = new Place(said.customer(), said.interval().tag());
        List<TagInterval> intervals = known.getOrDefault(place, List.of());
        TagRules.Outcome outcome = TagRules.judge(intervals, said.interval());
        if (outcome == TagRules.Outcome.ACCEPTED || outcome == TagRules.Outcome.UPDATED) {
            known.put(place, TagRules.with(intervals, said.interval()));
            changed.put(List.of(place, said.interval().from()), said);
        }
        return outcome;
    }

    /** What is to be stored, each interval once, as the last row left it. */
    List<CarriedTag> changed() {
        return List.copyOf(changed.values());
    }
}
