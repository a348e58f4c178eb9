package khabuan.base.money;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import org.springframework.stereotype.Component;

/** Statements of the bank: each line is money that came in and stands in suspense. What came before by the bank's own number, or by hand with the same day, amount, payer and reference, is not taken again. */
@Component
class ReceiptsIntake implements RowIntake {

    private static final String FRESH = "s.record_id is null and " + SOUND;

    @Override
    public String word() {
        return "receipts";
    }

    @Override
    public String room() {
        return "";
    }

    @Override
    public Right needs() {
        return Right.PAY;
    }

    /** Who pays, for the whole country; it is sent from the page of receipts. */
    @Override
    public boolean isOpenTo(Actor actor) {
        return actor.equals(Actor.commandLine()) || actor.may(Right.PAY) && actor.scopeLevel().equals("country");
    }

    @Override
    public String table() {
        return "bank_receipt";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.choice("fund", true, "เงินอุดหนุน", "state", "codi"), Column.required("received_on", Type.DATE, "31 ส.ค. 2562"), Column.required("amount", Type.TEXT, "12,500.00"), Column.optional("payer", Type.TEXT, "กองทุนสวัสดิการชุมชนตำบลบ้านนา"),
                Column.optional("reference", Type.TEXT, "คืนงบ 62-000123"), Column.optional("number", Type.TEXT, "6208310017"));
    }

    @Override
    public String reading() {
        return """
                select f.*, b.satang, coalesce(f.payer, '') as payer_said, coalesce(f.reference, '') as reference_said, case when f.number is null then true end as unnumbered, own.id as record_id, own.amount as standing_amount, own.received_on as standing_on,
                       case when own.id is null then nextval('record_number') end as new_id, case when own.id is null then nextval('record_number') end as new_entry
                from intake_file f cross join lateral (select %s as satang) b
                left join lateral (select r.id, r.amount, r.received_on from bank_receipt r where r.fund = f.fund and (r.statement_number = f.number or (r.statement_number = '' or f.number is null) and r.received_on = f.received_on
                  and r.amount = b.satang and r.payer = coalesce(f.payer, '') and r.reference = coalesce(f.reference, '')) order by r.statement_number = f.number desc nulls last, r.id limit 1) own on true""".formatted(WrittenBaht.satang("f.amount"));
    }

    @Override
    public List<Written> writing() {
        return List.of(fresh("id", "s.new_id"), fresh("fund", "s.fund"), fresh("received_on", "s.received_on"), fresh("amount", "s.satang"), fresh("payer", "s.payer_said"), fresh("reference", "s.reference_said"),
                fresh("statement_number", "coalesce(s.number, '')"), fresh("entry_id", "s.new_entry"));
    }

    private static Written fresh(String column, String value) {
        return new Written(column, "case when s.record_id is null then " + value + " end", "null");
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("number", "fund"), List.of("received_on", "fund", "satang", "payer_said", "reference_said", "unnumbered"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.of("amount", MoneyRefusal.AMOUNT_MISSING, "s.amount is not null and coalesce(s.satang, 0) <= 0"), Check.of("received_on", MoneyRefusal.DAY_TO_COME, "s.received_on > :today"),
                Check.of("payer", MoneyRefusal.PAYER_MISSING, "s.payer is null and s.reference is null"), Check.of("number", MoneyRefusal.NUMBER_TAKEN, "s.standing_amount <> s.satang or s.standing_on <> s.received_on", "s.number"),
                Check.of("received_on", MoneyRefusal.BOOKS_CLOSED, "s.record_id is null and s.received_on <= (select b.closed_until from ledger_book b where b.code = '" + Ledger.INSTITUTE + "')"));
    }

    @Override
    public long lock() {
        return 7415035;
    }

    /** The entries to suspense, all judged by the database at once. */
    @Override
    public List<String> before() {
        return List.of("insert into ledger_book (code) values ('" + Ledger.INSTITUTE + "') on conflict do nothing", """
                insert into ledger_account (book_id, code, fund, record_id) select distinct b.id, x.code, s.fund, x.record from intake_row s join ledger_book b on b.code = '%s'
                  cross join lateral (values ('1100', 0), ('2900', s.new_id)) x (code, record) where %s order by 1, 2, 3, 4 on conflict do nothing""".formatted(Ledger.INSTITUTE, FRESH), """
                insert into journal_entry (id, book_id, day, act, subject_kind, subject_id, memo) select s.new_entry, b.id, s.received_on, 'receipt.enter', 'bank-receipt', s.new_id, btrim(s.payer_said || ' ' || s.reference_said)
                  from intake_row s join ledger_book b on b.code = '%s' where %s""".formatted(Ledger.INSTITUTE, FRESH), """
                insert into posting (entry_id, line, account_id, day, amount) select s.new_entry, x.line, a.id, s.received_on, x.sign * s.satang from intake_row s
                  cross join lateral (values (1, '1100', 0, 1), (2, '2900', s.new_id, -1)) x (line, code, record, sign) join ledger_book b on b.code = '%s'
                  join ledger_account a on a.book_id = b.id and a.code = x.code and a.fund = s.fund and a.budget_year = 0 and a.programme = '' and a.office = '' and a.record_id = x.record where %s""".formatted(Ledger.INSTITUTE, FRESH));
    }
}
