package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "orders f --map customer=who,at=day,amount=sum|customer=who, at=day, amount=sum, currency=Currency",
                "orders f --map customer=who,at=day,amount=sum,currency=|customer=who, at=day, amount=sum",
                "orders f --map customer=#1,at=DAY,amount=sum*number|customer=who, at=day, amount=sum*number, currency=Currency",
                "orders f --map=customer=who --map at=day --set amount=1,currency=EUR|customer=who, at=day, amount='1', currency='EUR'",
                "events f --map customer=who,at=day,size=number --set name=buy|customer=who, name='buy', at=day, size=number",
                "events f --map customer=who,at=day --set name=buy --properties *|customer=who, name='buy', at=day, and all other columns",
            })
    void fillsTargetsFromColumnsAndConstants(String command, String expected) {
        assertThat(mapping(command, "who", "day", "sum", "number", "Currency").shown())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits f|there is no kind visits; there are organisation, teams, agents",
                "orders|a kind and a file are needed",
                "orders f g|a kind and a file are needed",
                "orders f --mapp a=b|there is no option --mapp",
                "orders f --map|--map needs a value",
                "orders f --map customer|--map customer is not of the form name=value",
                "orders f --map customer=who,customer=day|--map names customer twice",
                "orders f --map shop=who|--map: orders have no target shop; there are id, customer, at, amount, currency",
                "orders f --set shop=who|--set: orders have no target shop; there are id, customer",
                "orders f --map customer=who --set customer=x|both --map and --set name customer",
                "orders f --map customer=buyer|the file has no column 'buyer'; the columns are who, day, sum",
                "orders f --map customer=who|the target at of orders is needed: write --map at=COLUMN or --set at=VALUE",
                "orders f --map customer=who*day|only amounts can be a product of columns",
                "orders f --map customer=who,at=day,amount=sum --where shop=1|the file has no column 'shop'",
                "orders f --properties *|--properties is for events",
                "events f --order-by id|--order-by is for orders",
                "orders f --order-by day|--order-by day is none of id | customer,day | none",
                "orders f --format xml|--format xml is none of csv | ndjson",
                "orders f --time-zone Mars|--time-zone Mars is no time zone",
                "orders f --encoding klingon|there is no encoding 'klingon'",
                "orders f --separator ab|--separator ab is not one character",
                "orders f --decimal dot|--decimal dot is neither point nor comma",
                "orders f --tenant a --tenant b|--tenant is given twice",
            })
    void refusesWhatDoesNotFit(String line) {
        String command = line.substring(0, line.indexOf('|'));
        String message = line.substring(line.indexOf('|') + 1);

        assertThatThrownBy(() -> {
                    Mapping mapping = mapping(command, "who", "day", "sum");
                    throw new AssertionError("was taken: " + mapping.shown());
                })
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesQuotedNamesWithCommas() {
        Mapping mapping = Mapping.of(
                ImportOptions.of(List.of("tags", "f", "--map", "customer=\"last, first\",tag=Tag Name,from=since")),
                Columns.of(List.of("last, first", "Tag Name", "since")));

        assertThat(mapping.shown()).isEqualTo("customer=last, first, tag=Tag Name, from=since");
    }

    @Test
    void namesTheColumnBehindAFieldOfTheDoor() {
        Mapping mapping = mapping("events f --map customer=who,at=day,size=sum --set name=buy", "who", "day", "sum");

        assertThat(List.of("customer", "name", "size", "id", "properties"))
                .extracting(mapping::columnOf)
                .containsExactly("who", "'buy'", "sum", "id", "properties");
    }

    @Test
    void takesOnlyTheRowsAskedFor() {
        Mapping mapping =
                mapping("events f --map customer=who,at=day --set name=x --where state=done", "who", "day", "state");

        assertThat(mapping.takes(SourceRow.of(2, "a", "b", "done"))).isTrue();
        assertThat(mapping.takes(SourceRow.of(3, "a", "b", "open"))).isFalse();
    }

    private static Mapping mapping(String command, String... columns) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        return Mapping.of(ImportOptions.of(words), Columns.of(List.of(columns)));
    }
}
