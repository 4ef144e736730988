package io.tideline.survey.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.tideline.platform.sql.Database;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever cannot change what is kept gives up while the other goes on, and may come again. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class HeldScoresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TENANT = "held-scores";

    @Inject
    Database database;

    @Inject
    MoveScores moves;

    @Test
    void comesLaterWhereAnotherHoldsWhatIsKept() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        CompletableFuture<Void> holder = database.write(
                        TENANT,
                        transaction -> new KeptStore(transaction, TENANT).hold().flatMap(kept -> {
                            held.complete(null);
                            return Uni.createFrom().completionStage(enough);
                        }))
                .subscribeAsCompletionStage();
        held.join();

        try {
            assertThatThrownBy(this::move)
                    .isInstanceOfSatisfying(AppException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.UNAVAILABLE));
        } finally {
            enough.complete(null);
        }
        holder.join();
        assertThat(move()).isEqualTo(TENANT);
    }

    private String move() {
        return database.write(TENANT, transaction -> moves.around(
                                transaction,
                                TENANT,
                                () -> Uni.createFrom().failure(new AssertionError("nothing is kept")),
                                () -> Uni.createFrom().voidItem())
                        .replaceWith(TENANT))
                .await()
                .atMost(PATIENCE);
    }
}
