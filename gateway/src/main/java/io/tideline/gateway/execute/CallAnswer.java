package io.tideline.gateway.execute;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Reading;
import java.util.List;
import java.util.function.ToIntFunction;

/** Reads the answer of one call into the tree, and its errors in the client's terms. */
final class CallAnswer {
    /** What was called for, how the log names it, and where its answer goes. */
    record Call(PlanNode node, String logged, List<Targets> targets, Item root, List<ExecutionProblem> problems) {}

    private final PlanNode node;
    private final String logged;
    private final List<Targets> targets;
    private final Item root;
    private final List<ExecutionProblem> problems;
    private final JsonScanner json;
    private final AnswerReader reader;
    private boolean hasErrors;
    private boolean hasData;

    CallAnswer(Call call, byte[] bytes, ToIntFunction<String> typeNumber) {
        this.node = call.node;
        this.logged = call.logged;
        this.targets = call.targets;
        this.root = call.root;
        this.problems = call.problems;
        this.json = new JsonScanner(bytes, 0, bytes.length);
        this.reader = new AnswerReader(json, typeNumber);
    }

    void read() {
        json.expect('{');
        if (!json.isEmpty('}')) {
            do {
                json.peek();
                int from = json.at + 1;
                json.skipString();
                String key = new Raw(json.bytes, from, json.at - 1).text();
                json.expect(':');
                readMember(key);
            } while (json.next('}'));
        }
        if (!hasData && !hasErrors) {
            throw new MalformedAnswer("neither data nor errors");
        }
    }

    private void readMember(String key) {
        int from = json.at;
        if (key.equals("data") && json.peek() == '{') {
            hasData = true;
            readData();
        } else if (key.equals("errors") && json.peek() == '[') {
            json.skipValue(0);
            List<JsonNode> errors = AnswerProblems.read(json.bytes, from, json.at);
            hasErrors = !errors.isEmpty();
            errors.forEach(error -> problems.add(AnswerProblems.problem(error, logged, pathOf(error))));
        } else {
            json.skipValue(0);
        }
    }

    private void readData() {
        if (node instanceof PlanNode.Fetch fetch) {
            reader.readObject(fetch.reading(), root);
            return;
        }
        PlanNode.Entities entities = (PlanNode.Entities) node;
        json.expect('{');
        if (json.isEmpty('}')) {
            return;
        }
        do {
            json.peek();
            int from = json.at + 1;
            json.skipString();
            String key = new Raw(json.bytes, from, json.at - 1).text();
            json.expect(':');
            readPart(entities, key);
        } while (json.next('}'));
    }

    private void readPart(PlanNode.Entities entities, String key) {
        for (int index = 0; index < targets.size(); index++) {
            if (PlanNode.Entities.key(index).equals(key) && json.peek() == '[') {
                readEntities(entities.parts().get(index), targets.get(index).items());
                return;
            }
        }
        json.skipValue(0);
    }

    private void readEntities(EntityPart part, List<List<Item>> items) {
        json.expect('[');
        if (json.isEmpty(']')) {
            return;
        }
        int index = 0;
        do {
            if (json.peek() == '{' && index < items.size()) {
                readEntity(part.reading(), items.get(index));
            } else {
                json.skipValue(0);
            }
            index++;
        } while (json.next(']'));
    }

    private void readEntity(Reading reading, List<Item> same) {
        Item first = same.get(0);
        if (first.type() < 0) {
            first.become(reading.runtimeType());
        }
        reader.readObject(reading, first);
        List<Reading.Entry> entries = reading.entries();
        for (int index = 1; index < same.size(); index++) {
            Item other = same.get(index);
            if (other == first) {
                continue;
            }
            if (other.type() < 0) {
                other.become(first.type());
            }
            for (int position = 0; position < entries.size(); position++) {
                Reading.Entry entry = entries.get(position);
                Object value = entry.isTypename() ? null : first.get(entry.slot());
                if (value != null) {
                    other.merge(entry.slot(), value);
                }
            }
        }
    }

    private List<Object> pathOf(JsonNode error) {
        JsonNode path = error.path("path");
        if (node instanceof PlanNode.Fetch fetch) {
            List<Object> client = AnswerProblems.clientPath(List.of(), path, 0, fetch.reading());
            return client.isEmpty() ? CallPlace.of(node) : client;
        }
        PlanNode.Entities entities = (PlanNode.Entities) node;
        for (int index = 0; index < targets.size(); index++) {
            if (PlanNode.Entities.key(index).equals(path.path(0).asText())) {
                EntityPart part = entities.parts().get(index);
                List<List<Item>> items = targets.get(index).items();
                return AnswerProblems.entityPath(
                        path,
                        part.reading(),
                        position -> position < items.size()
                                ? Targets.find(
                                        root, part.shape(), items.get(position).get(0))
                                : List.of(),
                        CallPlace.of(node));
            }
        }
        return CallPlace.of(node);
    }
}
