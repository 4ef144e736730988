package io.tideline.gateway.execute;

import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.subgraph.CallTerms;
import io.tideline.gateway.subgraph.SubgraphCall;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of a program. Calls start when all they wait for is there; one thread at a time touches the tree. */
final class Run {
    private static final int BODY_ROOM = 512;

    private final Executor executor;
    private final Program program;
    private final Map<String, byte[]> variables;
    private final CallTerms terms;
    /** The answer of the first call where it came by itself, as those of a subscription do. */
    private final byte @Nullable [] event;

    private final Item root;
    private final List<ExecutionProblem> problems = new ArrayList<>();
    private final Promise<Merged> finished = Promise.promise();
    private final int[] missing;
    private int open;

    Run(Executor executor, Program program, Map<String, byte[]> variables, CallTerms terms, byte @Nullable [] event) {
        this.event = event;
        this.executor = executor;
        this.program = program;
        this.variables = variables;
        this.terms = terms;
        this.root = new Item(program.plan.shape(), -1);
        this.missing = program.calls.stream().mapToInt(call -> call.waitsFor).toArray();
        this.open = program.calls.size();
    }

    synchronized Future<Merged> start() {
        if (open == 0) {
            finished.complete(new Merged(root, problems));
        }
        for (int position = 0; position < missing.length; position++) {
            if (program.calls.get(position).waitsFor == 0) {
                attempt(position);
            }
        }
        return finished.future();
    }

    private void begin(int position) {
        Program.Call call = program.calls.get(position);
        call.node.accept(new PlanNode.Visitor<Boolean>() {
            @Override
            public Boolean fetch(PlanNode.Fetch fetch) {
                if (event != null && position == 0) {
                    arrived(position, List.of(), event, null);
                } else {
                    send(position, rootBody(call, variables), List.of());
                }
                return true;
            }

            @Override
            public Boolean entities(PlanNode.Entities entities) {
                beginEntities(position, call, entities);
                return true;
            }
        });
    }

    static Bytes rootBody(Program.Call call, Map<String, byte[]> variables) {
        Bytes body = new Bytes(call.bodyStart.length + BODY_ROOM);
        body.write(call.bodyStart);
        writeVariables(body, call.node.variables().keySet(), variables, false);
        return body;
    }

    private void beginEntities(int position, Program.Call call, PlanNode.Entities entities) {
        Bytes body = new Bytes(call.bodyStart.length + BODY_ROOM);
        body.write(call.bodyStart);
        body.write(",\"variables\":{");
        List<Targets> targets = new ArrayList<>();
        boolean any = false;
        for (Forms forms : call.forms) {
            Targets part = new Targets(forms, program.hidden, executor.typeNames(), body);
            body.write(forms.variable);
            part.write(root);
            targets.add(part);
            any |= !part.items().isEmpty();
        }
        if (!any) {
            done(position);
            return;
        }
        writeVariables(body, entities.variables().keySet(), variables, true);
        send(position, body, targets);
    }

    private static void writeVariables(Bytes body, Set<String> names, Map<String, byte[]> variables, boolean opened) {
        boolean written = opened;
        for (String name : names) {
            byte[] value = variables.get(name);
            if (value != null) {
                body.write(written ? "," : ",\"variables\":{");
                body.write("\"" + name + "\":");
                body.write(value);
                written = true;
            }
        }
        body.write(written ? "}}" : "}");
    }

    private void send(int position, Bytes body, List<Targets> targets) {
        PlanNode node = program.calls.get(position).node;
        String name = node.graph().name();
        String url = executor.client().address(name, node.graph().url());
        SubgraphCall.Target target = new SubgraphCall.Target(name, url);
        executor.client()
                .ask(new SubgraphCall(target, body.toArray(), terms, program.calls.get(position).wave))
                .onComplete(answer -> arrived(position, targets, answer.result(), answer.cause()));
    }

    private synchronized void arrived(
            int position, List<Targets> targets, byte @Nullable [] answer, @Nullable Throwable failure) {
        PlanNode node = program.calls.get(position).node;
        if (answer == null) {
            fail(node, failure == null ? new IllegalStateException("neither answer nor failure") : failure);
        } else {
            read(node, targets, answer);
        }
        done(position);
    }

    private void read(PlanNode node, List<Targets> targets, byte[] answer) {
        int before = problems.size();
        Withdrawal withdrawal = Withdrawal.of(node, root, targets);
        try {
            new CallAnswer(
                            new CallAnswer.Call(node, logged(node), targets, root, problems),
                            answer,
                            executor.typeNumber())
                    .read();
        } catch (RuntimeException unusable) {
            withdrawal.run();
            problems.subList(before, problems.size()).clear();
            fail(node, unusable);
        }
    }

    /** How the log names a call. */
    private String logged(PlanNode node) {
        return "requestId=" + terms.origin().requestId() + " subgraph="
                + node.graph().name();
    }

    private void fail(PlanNode node, Throwable failure) {
        problems.add(CallProblems.of(failure, logged(node), CallPlace.of(node)));
    }

    /** Begins a call; whatever goes wrong before it is sent fails this call only, so that no run is left waiting. */
    private void attempt(int position) {
        try {
            begin(position);
        } catch (RuntimeException bug) {
            fail(program.calls.get(position).node, bug);
            done(position);
        }
    }

    private synchronized void done(int position) {
        open--;
        for (int next : program.calls.get(position).next) {
            if (--missing[next] == 0) {
                attempt(next);
            }
        }
        if (open == 0) {
            finished.tryComplete(new Merged(root, problems));
        }
    }
}
