package io.tideline.customer.kpi;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored target. Hibernate fills the fields after construction; the class never leaves its store. */
@Entity
@Table(name = "kpi_target")
@SuppressWarnings("NullAway.Init")
class TargetEntity {
    /** Organisation, KPI and first day. */
    @Embeddable
    record Key(
            @Column(name = "tenant_id") String tenant,
            @Column(name = "kpi") String kpi,
            @Column(name = "valid_from") LocalDate validFrom) {}

    @EmbeddedId
    Key key;

    @Column(name = "minimum")
    @Nullable
    BigDecimal min;

    @Column(name = "maximum")
    @Nullable
    BigDecimal max;

    @Column(name = "variant")
    String variant;

    @Column(name = "recorded_at")
    Instant recordedAt;

    TargetEntity() {}

    TargetEntity(String tenant, SetTarget target) {
        this.key = new Key(tenant, target.kpi(), target.validFrom());
        take(target);
    }

    void take(SetTarget target) {
        min = target.min();
        max = target.max();
        variant = target.variant();
        recordedAt = Instant.now();
    }

    boolean holds(SetTarget target) {
        return variant.equals(target.variant()) && same(min, target.min()) && same(max, target.max());
    }

    SetTarget read() {
        return new SetTarget(key.kpi(), key.validFrom(), min, max, variant);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
