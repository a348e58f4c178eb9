package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Refusal;

/** What a {@link MoneyRehearsal} expects of the books, kept in memory, in satang. */
final class Foretold {

    private Foretold() {}

    /** The money of a budget year. @param past whether it has ended: then only what was carried over is paid */
    static final class OfYear {
        final int year;
        final boolean past;
        final List<OfFrame> frames = new ArrayList<>();
        long unallotted;

        OfYear(int year, boolean past) {
            this.year = year;
            this.past = past;
        }
    }

    /** A frame: what is free, and what it was granted in all, with what was allowed beyond. */
    static final class OfFrame {
        final OfYear year;
        final Frame frame;
        final MoneyRehearsal.Site site;
        final List<OfProject> projects = new ArrayList<>();
        long free;
        long granted;

        OfFrame(OfYear year, Frame frame, MoneyRehearsal.Site site) {
            this.year = year;
            this.frame = frame;
            this.site = site;
        }

        Refusal draws(long amount) {
            return amount > free ? ProjectRefusal.FRAME_EXCEEDED : null;
        }

        void grant(long amount) {
            free += amount;
            granted += amount;
        }

        /** What of its projects is approved, unpaid and not carried over. */
        long toCarry() {
            return projects.stream().mapToLong(p -> p.approved).sum();
        }

        void carry() {
            for (var p : projects) {
                p.carried += p.approved;
                p.approved = 0;
            }
        }
    }

    /** A project: approved and unpaid, of that carried over, paid and returned. @see Projects.Money */
    static final class OfProject {
        final OfFrame in;
        final long id;
        final int counted;
        Project.State state = Project.State.SUBMITTED;
        boolean changing;
        long approved;
        long carried;
        long paid;
        long returned;
        long underway;

        OfProject(OfFrame in, long id, int counted) {
            this.in = in;
            this.id = id;
            this.counted = counted;
        }

        long unpaid() {
            return approved + carried;
        }

        long kept() {
            return paid - returned;
        }

        long standing() {
            return unpaid() + kept();
        }

        long payable() {
            return in.year.past ? carried : approved;
        }

        /** What a plan in force of another amount is refused for; null for nothing. */
        Refusal refusesPlan(long amount) {
            if (kept() > amount) return ProjectRefusal.BELOW_PAID;
            if (amount < standing() && standing() - amount > unpaid()) return ProjectRefusal.BELOW_PAID;
            return amount > standing() ? in.draws(amount - standing()) : null;
        }

        void plan(long amount) {
            if (amount >= standing()) {
                in.free -= amount - standing();
                approved += amount - standing();
            } else giveBack(standing() - amount);
        }

        /** What is not wanted any more goes back to the frame, what was carried over last. */
        void giveBack(long amount) {
            long first = Math.min(amount, approved);
            approved -= first;
            carried -= amount - first;
            in.free += amount;
        }

        /** A payment leaves, or comes back when it failed. @param amount below nothing for one that comes back */
        void pay(long amount) {
            if (in.year.past) carried -= amount;
            else approved -= amount;
            paid += amount;
            underway += amount;
        }
    }
}
