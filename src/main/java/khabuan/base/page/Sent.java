package khabuan.base.page;

import java.util.function.Supplier;
import khabuan.base.access.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A form that was sent: its work is done when it is sound, and the person goes on; else the form comes again with 422, its values kept and its faults named. */
public final class Sent {

    private Sent() {}

    /** @param faults what reading the form found; a refusal by the rules is added
     *  @param work does what the form asks and answers where to go on
     *  @param again the form's page, which shows the faults */
    public static ModelAndView answer(Faults faults, Supplier<String> work, Supplier<ModelAndView> again) {
        if (faults.isEmpty()) {
            try {
                return new ModelAndView("redirect:" + work.get());
            } catch (Refusal.Thrown refused) {
                faults.add(refused);
            }
        }
        var page = again.get();
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
