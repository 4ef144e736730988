package io.tideline.funnel.result;

import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.funnel.OrderMatch;
import io.tideline.funnel.funnel.StageMatch;
import io.tideline.funnel.match.FunnelRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stages a moment matches, by the number of its name; orders by their place among the customer's orders. */
final class StageCodes {
    /** Names that an organisation makes at one time have numbers close to one another. */
    private static final int NEARBY = 4_096;

    private final Map<Integer, Long> masks;
    /** The same as arrays, since every moment of everybody is looked up. */
    private final int[] names;

    private final long[] masksOfNames;
    /** The same by distance from the lowest number; empty where the numbers lie far apart. */
    private final long[] masksNearby;

    private final int order;
    private final int firstOrder;
    private final int laterOrder;

    private StageCodes(Map<Integer, Long> masks, int order, int firstOrder, int laterOrder) {
        this.masks = masks;
        this.names =
                masks.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        this.masksOfNames = Arrays.stream(names)
                .mapToLong(name -> masks.getOrDefault(name, 0L))
                .toArray();
        this.masksNearby = nearby(names, masksOfNames);
        this.order = order;
        this.firstOrder = firstOrder;
        this.laterOrder = laterOrder;
    }

    private static long[] nearby(int[] names, long[] masks) {
        boolean isNear = names.length > 0 && names[names.length - 1] - names[0] < NEARBY;
        long[] nearby = new long[isNear ? names[names.length - 1] - names[0] + 1 : 0];
        for (int at = 0; isNear && at < names.length; at++) {
            nearby[names[at] - names[0]] = masks[at];
        }
        return nearby;
    }

    /** Every name that the stages or the exclusions speak of. */
    static Set<MomentName> names(FunnelVersion version, List<Exclusion> exclusions) {
        Set<MomentName> names = new LinkedHashSet<>();
        for (FunnelStage stage : version.stages()) {
            StageMatch match = stage.match();
            if (match.tag() != null) {
                names.add(MomentName.tag(match.tag()));
            }
            if (match.event() != null) {
                names.add(MomentName.event(match.event()));
            }
            if (match.order() != null) {
                names.add(MomentName.ORDER);
            }
        }
        exclusions.forEach(exclusion -> names.add(exclusion.name()));
        return names;
    }

    /** @param numbers numbers of those names that were ever met */
    static StageCodes of(FunnelVersion version, List<Exclusion> exclusions, Map<MomentName, Integer> numbers) {
        Map<Integer, Long> masks = new HashMap<>();
        int first = 0;
        int later = 0;
        for (int stage = 0; stage < version.stages().size(); stage++) {
            StageMatch match = version.stages().get(stage).match();
            int bit = 1 << stage;
            add(masks, match.tag() == null ? null : numbers.get(MomentName.tag(match.tag())), bit);
            add(masks, match.event() == null ? null : numbers.get(MomentName.event(match.event())), bit);
            first |= match.order() == OrderMatch.FIRST || match.order() == OrderMatch.ANY ? bit : 0;
            later |= match.order() == OrderMatch.REPEAT || match.order() == OrderMatch.ANY ? bit : 0;
        }
        exclusions.forEach(exclusion -> add(masks, numbers.get(exclusion.name()), exclusion.bits()));
        Integer order = numbers.get(MomentName.ORDER);
        return new StageCodes(masks, order == null ? -1 : order, first, later);
    }

    /** Numbers to read; orders among them where a stage speaks of orders. */
    List<Integer> numbers() {
        Set<Integer> numbers = new LinkedHashSet<>(masks.keySet());
        if (orderOrNull() != null) {
            numbers.add(order);
        }
        return List.copyOf(numbers);
    }

    /** The number of orders, where it matters which one is the first. */
    @Nullable
    Integer orderOrNull() {
        return order >= 0 && (firstOrder | laterOrder) != 0 ? order : null;
    }

    /** What a moment of this name means to someone who has ordered before or not. */
    long mask(int name, boolean hasOrdered) {
        long mask = mask(name);
        return name != order ? mask : mask | (hasOrdered ? laterOrder : firstOrder);
    }

    boolean isOrder(int name) {
        return name == order;
    }

    /** Bit set of the stages that every moment of a name matches; of orders, whose place matters, none. */
    int stagesOf(int name) {
        return (int) mask(name) & ((1 << FunnelRules.MAX_STAGES) - 1);
    }

    /** Whether moments of a name may be seen in a stage. */
    boolean isStage(int name) {
        return stagesOf(name) != 0 || (orderOrNull() != null && name == order);
    }

    long mask(int name) {
        if (masksNearby.length > 0) {
            int distance = name - names[0];
            return distance < 0 || distance >= masksNearby.length ? 0 : masksNearby[distance];
        }
        int place = Arrays.binarySearch(names, name);
        return place < 0 ? 0 : masksOfNames[place];
    }

    private static void add(Map<Integer, Long> masks, @Nullable Integer number, long bits) {
        if (number != null) {
            masks.merge(number, bits, (known, more) -> known | more);
        }
    }
}
