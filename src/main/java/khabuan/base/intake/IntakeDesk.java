package khabuan.base.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.IntakePage.About;
import khabuan.base.intake.IntakePage.Result;
import khabuan.base.job.Job;
import khabuan.base.job.Jobs;
import khabuan.base.store.Refused;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Files that people send by the page: each is looked at first, and taken in when they say so; both in the background. */
@Component
class IntakeDesk {

    static final String JOB = "intake";
    private static final int KEPT_FAULTS = 500;

    private final Intake intake;
    private final Kinds kinds;
    private final Jobs jobs;
    private final Tray tray;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    IntakeDesk(Intake intake, Kinds kinds, Jobs jobs, Tray tray, Clock clock) {
        this.intake = intake;
        this.kinds = kinds;
        this.jobs = jobs;
        this.tray = tray;
        this.clock = clock;
    }

    /** Looks at a file that was sent. @return the job */
    long look(Actor actor, String kind, MultipartFile file, LocalDate recordedAt, Order.Told told, Words words) {
        try (var content = file.getInputStream()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", "");
            return begin(actor, new About(kind, kinds.get(kind).isPersonal() ? tray.keepBriefly(content) : tray.keep(content), name, day(recordedAt), day(told.from()), told.credit(), true, false), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Takes a file in that was looked at. */
    long confirm(Actor actor, long looked, boolean acceptValid, Words words) {
        var about = about(jobs.at(actor, JOB, looked));
        if (!about.check()) throw new OutOfReach("job " + looked);
        return begin(actor, new About(about.kind(), about.sha256(), about.name(), about.recordedAt(), about.from(), about.credit(), false, acceptValid), words);
    }

    private long begin(Actor actor, About about, Words words) {
        var kind = kinds.get(about.kind());
        if (!kind.isOpenTo(actor)) throw new OutOfReach("import of " + about.kind());
        return jobs.begin(actor, JOB, about.name(), json.writeValueAsString(about), (job, progress) -> {
            var moment = about.recordedAt().isEmpty() ? null : ThaiDate.endOf(LocalDate.parse(about.recordedAt()));
            var order = new Order(actor, tray.file(about.sha256()), about.name(), moment, about.told(), about.check(), about.acceptValid(), today(), progress::at);
            var outcome = taken(kind, order);
            if (kind.isPersonal() && outcome.written()) tray.drop(about.sha256());
            return json.writeValueAsString(result(job, kind, outcome, words));
        });
    }

    private Outcome taken(IntakeKind kind, Order order) {
        try {
            return intake.take(kind, order);
        } catch (Refused unreadable) {
            throw new Refused("intake.unreadable");
        }
    }

    private Result result(long job, IntakeKind kind, Outcome o, Words words) {
        if (!o.faults().isEmpty()) tray.keep(tray.faults(job), o.faults(), "intake.faults.message", new Headings(kind, words), words);
        if (!o.notes().isEmpty()) tray.keep(tray.notes(job), o.notes(), "intake.notes.message", new Headings(kind, words), words);
        var first = o.faults().stream().limit(KEPT_FAULTS).toList();
        var notes = o.notes().stream().limit(KEPT_FAULTS).toList();
        return new Result(new Outcome(o.written(), o.lines(), o.added(), o.changed(), o.same(), o.refused(), first, notes, o.unread(), kind.isPersonal() ? List.of() : o.first()), o.faults().size(), o.notes().size());
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    Job job(Actor actor, long id) {
        return jobs.at(actor, JOB, id);
    }

    List<IntakePage.Past> past(Actor actor) {
        return jobs.of(actor, JOB, 10).stream().map(j -> new IntakePage.Past(j, about(j), result(j))).toList();
    }

    About about(Job job) {
        return json.readValue(job.about(), About.class);
    }

    /** @return null until it ended, and when it failed */
    Result result(Job job) {
        return job.outcome() == null ? null : json.readValue(job.outcome(), Result.class);
    }
}
