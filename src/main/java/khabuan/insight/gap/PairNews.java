package khabuan.insight.gap;

import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.duplicate.PairDecided;
import khabuan.base.message.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of duplicates, within the change that decides: the centre of a proposal that waits for it, the proposer of what became of it. */
@Component
class PairNews {

    private final Messages messages;
    private final Accounts accounts;

    PairNews(Messages messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    @EventListener
    void decided(PairDecided news) {
        if (news.what().equals("proposed")) proposed(news);
        else if (stands(news.pair().proposerId()) && !news.pair().proposerId().equals(news.by().accountId())) tell(news.pair().proposerId(), news);
    }

    private void proposed(PairDecided news) {
        accounts.all().stream().filter(a -> !a.isDisabled()).map(a -> a.actor("")).filter(a -> a.may(Right.CENTRE) && news.concerns().test(a) && !a.accountId().equals(news.by().accountId()))
                .map(Actor::accountId).sorted().forEach(account -> tell(account, news));
    }

    private boolean stands(Long account) {
        return account != null && accounts.all().stream().anyMatch(a -> a.id() == account && !a.isDisabled());
    }

    private void tell(long account, PairDecided news) {
        messages.send(account, "duplicate." + news.what(), List.of(news.by().fullName(), news.names().getFirst(), news.names().getLast(), news.reason()), news.pair().path(), Messages.ONCE_IN_THIS_CHANGE);
    }
}
