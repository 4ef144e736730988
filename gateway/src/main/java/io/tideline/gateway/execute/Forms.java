package io.tideline.gateway.execute;

import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Representation;
import io.tideline.gateway.plan.Shape;
import io.tideline.gateway.supergraph.TypeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the objects of one part of a call are found and named, with all names encoded: made once for a plan. */
final class Forms {
    final EntityPart part;
    /** The slots from the root to the objects. */
    final int[] path;
    /** The variable that carries the representations. */
    final byte[] variable;

    private final @Nullable Form[] byType;
    private final @Nullable Form otherwise;

    /** How objects of one runtime type are named. */
    static final class Form {
        final byte[] start;
        final List<Member> members;

        Form(Representation representation) {
            this.start = encoded("{\"__typename\":\"" + representation.typeName() + "\"");
            this.members = Member.of(representation.members());
        }
    }

    /** One member of a representation; its name is encoded with the comma before it. */
    static final class Member {
        final byte[] name;
        final int slot;
        final boolean key;
        final boolean naming;
        final @Nullable TypeSet on;
        final List<Member> below;

        private Member(Representation.Member member) {
            this.name = encoded(",\"" + member.name() + "\":");
            this.slot = member.slot();
            this.key = member.key();
            this.naming = member.naming();
            this.on = member.on();
            this.below = of(member.below());
        }

        private static List<Member> of(List<Representation.Member> members) {
            return members.stream().map(Member::new).toList();
        }

        /** Whether objects of this runtime type have the member. */
        boolean isOn(int type) {
            return on == null || (type >= 0 && on.has(type));
        }
    }

    Forms(EntityPart part, int index) {
        this.part = part;
        this.path = path(part.shape());
        this.variable = encoded((index == 0 ? "\"" : ",\"") + PlanNode.Entities.variable(index) + "\":");
        Representation rest = part.representations().get(-1);
        this.otherwise = rest == null ? null : new Form(rest);
        int last = IntStream.concat(
                        part.representations().keySet().stream().mapToInt(Integer::intValue),
                        Arrays.stream(part.others().toArray()))
                .max()
                .orElse(-1);
        this.byType = new Form[last + 1];
        part.others().each(type -> byType[type] = otherwise);
        part.representations().forEach((type, representation) -> {
            if (type >= 0) {
                byType[type] = new Form(representation);
            }
        });
    }

    /** The form for a runtime type, -1 where it is not known; null where such objects cannot be asked for. */
    @Nullable
    Form of(int type) {
        return type < 0 ? otherwise : type < byType.length ? byType[type] : null;
    }

    static int[] path(Shape shape) {
        Deque<Integer> slots = new ArrayDeque<>();
        Shape at = shape;
        for (Shape parent = at.parent(); parent != null; parent = at.parent()) {
            slots.addFirst(parent.slot(at.key()));
            at = parent;
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
