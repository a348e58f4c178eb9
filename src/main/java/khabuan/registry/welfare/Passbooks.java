package khabuan.registry.welfare;

import org.springframework.stereotype.Component;

/** The passbooks of members, put together out of the books of their fund. */
@Component
class Passbooks {

    private final FundBooks books;
    private final Funds funds;
    private final Rounds rounds;
    private final Claims claims;

    Passbooks(FundBooks books, Funds funds, Rounds rounds, Claims claims) {
        this.books = books;
        this.funds = funds;
        this.rounds = rounds;
        this.claims = claims;
    }

    /** @param fund that keeps its books here, and to which the work is bound */
    Passbook of(Fund fund, Roster.Member member) {
        return Passbook.of(member, rounds.ofMember(fund.id(), member.number()), fund.booksSince(), books.due(fund.id(), funds.today()).orElse(null), claims.rules(fund.id()), claims.ofMember(member), funds.today());
    }
}
