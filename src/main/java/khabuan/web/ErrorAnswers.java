package khabuan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import khabuan.base.page.Frame;
import khabuan.base.page.Frames;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of an error that no handler answered: a refusal of the doors, an address that there isn't, a fault of ours. */
@Controller
class ErrorAnswers implements ErrorController {

    private final Frames frames;

    ErrorAnswers(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        Frame frame = frames.frame(request, response);
        return new ModelAndView("web/error", Map.of("frame", frame, "message", frame.t(status == HttpStatus.NOT_FOUND ? ErrorPages.notFound(request) : key(status))), status);
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "error.forbidden";
            default -> status.is4xxClientError() ? "error.bad-request" : "error.server";
        };
    }
}
