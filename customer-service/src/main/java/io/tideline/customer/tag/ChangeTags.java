package io.tideline.customer.tag;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.Customer;
import io.tideline.customer.customer.CustomerStore;
import io.tideline.customer.customer.CustomerWrites;
import io.tideline.customer.request.Requests;
import io.tideline.platform.access.Caller;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives a customer a tag or takes it, as one person asks for it. */
@ApplicationScoped
class ChangeTags {
    private static final UserError NO_CUSTOMER =
            new UserError("NOT_FOUND", "input.customer", "There is no such customer.");

    private final Database database;
    private final TagStore store;
    private final CustomerStore customers;
    private final CustomerWrites writes;
    private final Requests requests;
    private final Outbox outbox;

    ChangeTags(
            Database database,
            TagStore store,
            CustomerStore customers,
            CustomerWrites writes,
            Requests requests,
            Outbox outbox) {
        this.database = database;
        this.store = store;
        this.customers = customers;
        this.writes = writes;
        this.requests = requests;
        this.outbox = outbox;
    }

    Uni<AddTagPayload> add(Caller caller, AddTagInput input) {
        Requests.Sent sent = new Requests.Sent(caller, "addTag", input.idempotencyKey(), input);
        return find(caller, input.customer()).flatMap(found -> found.map(customer -> change(
                                sent,
                                customer,
                                input.tag(),
                                known -> TagChange.add(customer.links().customer(), known, input))
                        .flatMap(errors -> now(caller, customer, tag -> isOf(tag, input))
                                .map(tag -> new AddTagPayload(
                                        customer, errors.isEmpty() ? tag.orElse(null) : null, errors))))
                .orElseGet(() -> Uni.createFrom().item(new AddTagPayload(null, null, List.of(NO_CUSTOMER)))));
    }

    Uni<RemoveTagPayload> remove(Caller caller, RemoveTagInput input) {
        Requests.Sent sent = new Requests.Sent(caller, "removeTag", input.idempotencyKey(), input);
        return find(caller, input.customer()).flatMap(found -> found.map(
                        customer -> change(sent, customer, input.tag(), known -> TagChange.remove(known, input))
                                .flatMap(errors -> now(caller, customer, tag -> isOf(tag, input))
                                        .map(tag -> new RemoveTagPayload(
                                                customer, errors.isEmpty() ? tag.orElse(null) : null, errors))))
                .orElseGet(() -> Uni.createFrom().item(new RemoveTagPayload(null, null, List.of(NO_CUSTOMER)))));
    }

    private Uni<Optional<Customer>> find(Caller caller, String globalId) {
        UUID id = GlobalId.uuid(Customer.TYPE, globalId);
        return customers.byId(caller, List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    private Uni<List<UserError>> change(
            Requests.Sent sent,
            Customer customer,
            String tag,
            Function<Map<UUID, List<TagInterval>>, TagChange> judge) {
        List<UUID> members = members(customer);
        return database.write(
                sent.caller().tenant(),
                transaction -> requests.once(transaction, sent, () -> writes.lock(
                                transaction, sent.caller().tenant(), members)
                        .flatMap(locked -> store.toChange(
                                        transaction, sent.caller().tenant(), places(members, tag))
                                .map(judge)
                                .flatMap(judged ->
                                        save(transaction, sent.caller().tenant(), judged, locked)))));
    }

    private Uni<List<UserError>> save(
            SqlConnection transaction, String tenant, TagChange change, Map<UUID, CustomerWrites.Locked> locked) {
        List<CarriedTag> tags = new ArrayList<>();
        change.intervals().forEach((customer, interval) -> {
            CustomerWrites.Locked carrier = locked.get(customer);
            if (carrier != null) {
                tags.add(new CarriedTag(customer, carrier.externalId(), interval));
            }
        });
        return store.save(transaction, tenant, tags)
                .flatMap(saved -> outbox.append(
                        transaction,
                        tenant,
                        tags.stream().map(CarriedTag::changed).toList()))
                .replaceWith(change.errors());
    }

    /** The interval as it stands after the change. */
    private Uni<Optional<TagInterval>> now(Caller caller, Customer customer, Predicate<TagInterval> isAskedFor) {
        return store.of(caller.tenant(), members(customer)).map(tags -> tags.values().stream()
                .flatMap(List::stream)
                .filter(isAskedFor)
                .findFirst());
    }

    private static List<TagStore.Place> places(List<UUID> members, String tag) {
        return members.stream().map(member -> new TagStore.Place(member, tag)).toList();
    }

    private static List<UUID> members(Customer customer) {
        List<UUID> members = new ArrayList<>(customer.links().absorbed());
        members.add(customer.links().customer());
        return members;
    }

    private static boolean isOf(TagInterval tag, AddTagInput input) {
        return tag.tag().equals(input.tag()) && tag.from().equals(TagRow.stored(input.from()));
    }

    private static boolean isOf(TagInterval tag, RemoveTagInput input) {
        return tag.tag().equals(input.tag()) && TagRow.stored(input.until()).equals(tag.until());
    }
}
