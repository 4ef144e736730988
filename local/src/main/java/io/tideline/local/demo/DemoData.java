package io.tideline.local.demo;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Loads the demo organisations: two years of acme with 2,000 customers in five markets, and of globex with 200. Loading them again
 * changes nothing.
 */
public final class DemoData {
    private static final List<Part> FACTS = List.of(Part.CUSTOMER, Part.FUNNEL, Part.ROI, Part.SURVEY);

    private final Platform platform;
    private final Progress progress;

    private DemoData(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Loads the two years that end with the day before the first load of this installation. */
    public static void load(Platform platform, Progress progress) {
        load(platform, progress, firstDay(platform));
    }

    /** @param end the day after the last that is told about */
    public static void load(Platform platform, Progress progress, LocalDate end) {
        new DemoData(platform, progress).load(end);
    }

    private void load(LocalDate end) {
        List<Story> stories =
                Companies.ALL.stream().map(company -> Story.of(company, end)).toList();
        Feeds feeds = new Feeds(platform);
        together(stories.stream().map(story -> (Runnable) () -> people(story)));
        feeds.awaitRest();
        together(FACTS.stream().flatMap(part -> stories.stream().map(story -> (Runnable) () -> facts(part, story))));
        feeds.awaitRest();
        for (Story story : stories) {
            progress.step(String.format(
                    Locale.ROOT,
                    "demo organisation %s: %,d customers, %,d rows, %s to %s",
                    story.company().tenant(),
                    story.people().size(),
                    story.rows().count(),
                    story.span().from(),
                    story.span().to().minusDays(1)));
        }
    }

    /** What others refer to: settings, and customers, so that no fact comes before its customer. */
    private void people(Story story) {
        Posting posting = new Posting(platform, story.company());
        Stream.of(Door.values())
                .filter(door -> door.compareTo(Door.CUSTOMERS) <= 0)
                .forEach(door -> posting.post(door, story.rows().of(door)));
    }

    private void facts(Part part, Story story) {
        Posting posting = new Posting(platform, story.company());
        Stream.of(Door.values())
                .filter(door -> door.compareTo(Door.CUSTOMERS) > 0 && door.part() == part)
                .forEach(door -> {
                    progress.passing("demo: " + story.company().tenant() + " " + door.kind());
                    posting.post(door, story.rows().of(door));
                });
    }

    private static void together(Stream<Runnable> works) {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> started = new ArrayList<>();
            works.forEach(work -> started.add(workers.submit(work)));
            for (Future<?> one : started) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LocalException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** The day of the first load is kept, so that a later load tells the same story. */
    private static LocalDate firstDay(Platform platform) {
        Path file = platform.settings().state().resolve("demo/day");
        try {
            if (Files.exists(file)) {
                return LocalDate.parse(Files.readString(file).strip());
            }
            LocalDate today = LocalDate.now(Companies.ACME.zone());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, today + "\n");
            return today;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
