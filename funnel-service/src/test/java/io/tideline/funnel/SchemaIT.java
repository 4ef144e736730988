package io.tideline.funnel;

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
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class SchemaIT {

    @Test
    void servesTheCommittedSubgraphSchema() {
        String sdl = GraphqlClient.as(TokenForTests.of("acme", "service"))
                .data("{ _service { sdl } }")
                .get("_service")
                .get("sdl")
                .textValue();

        GoldenFile.check("schema.graphqls", ScalarUrls.mark(sdl.endsWith("\n") ? sdl : sdl + "\n"));
    }
}
