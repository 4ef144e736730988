package io.tideline.platform.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CellBudgetTest {
    @Test
    void givesAsManyAsThereAreAndNotOneMore() {
        CellBudget budget = new CellBudget();

        assertThatCode(() -> budget.take("dimension", CellBudget.MOST)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.take("granularity", 1))
                .hasMessageContaining("2000")
                .asInstanceOf(InstanceOfAssertFactories.type(AppException.class))
                .matches(refused -> refused.code() == ErrorCode.BAD_USER_INPUT)
                .matches(refused -> "granularity".equals(refused.details().get("field")));
    }
}
