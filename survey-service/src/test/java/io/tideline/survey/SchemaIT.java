package io.tideline.survey;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.ScalarUrls;
import io.tideline.test.GoldenFile;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SchemaIT {
    @Test
    void theSchemaIsTheOneThatWasComposed() {
        String sdl = GraphqlClient.as(TokenForTests.of("acme", "executive"))
                .data("{ _service { sdl } }")
                .at("/_service/sdl")
                .asText();

        GoldenFile.check("schema.graphqls", ScalarUrls.mark(sdl));
    }
}
