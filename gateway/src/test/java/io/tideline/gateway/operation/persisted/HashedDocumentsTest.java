package io.tideline.gateway.operation.persisted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashedDocumentsTest {
    private static final int TEN_KILOBYTES = 10_240;

    @Test
    void keepsWhatIsUsedAndForgetsAFlood() {
        HashedDocuments documents = new HashedDocuments(TEN_KILOBYTES);
        documents.put("used", "{ used }");

        for (int index = 0; index < 10_000; index++) {
            documents.put("flood" + index, "{ flood }");
            assertThat(documents.get("used")).isEqualTo("{ used }");
        }

        assertThat(documents.size()).isLessThan(TEN_KILOBYTES / 256);
        assertThat(documents.get("flood0")).isNull();
        assertThat(documents.get("flood9999")).isEqualTo("{ flood }");
    }

    @Test
    void doesNotKeepWhatWouldPushOutEverything() {
        HashedDocuments documents = new HashedDocuments(TEN_KILOBYTES);
        documents.put("used", "{ used }");

        documents.put("large", "x".repeat(TEN_KILOBYTES));

        assertThat(documents.get("large")).isNull();
        assertThat(documents.get("used")).isEqualTo("{ used }");
    }
}
