package khabuan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import khabuan.base.access.Doors;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.page.Frame;
import khabuan.base.page.Frames;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Errors are for people: what is wrong and what to do; never a trace. */
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private final Frames frames;
    private final Changes changes;

    ErrorPages(Frames frames, Changes changes) {
        this.frames = frames;
        this.changes = changes;
    }

    /** Out of reach is not found, and is logged. */
    @ExceptionHandler(OutOfReach.class)
    ModelAndView outOfReach(OutOfReach e, HttpServletRequest request, HttpServletResponse response) {
        changes.read(Doors.actor(request).author(), "access.out-of-reach", request.getMethod() + " " + request.getRequestURI() + ": " + e.getMessage(), null, null);
        return page(HttpStatus.NOT_FOUND, notFound(request), request, response);
    }

    @ExceptionHandler({NoSuchElementException.class, NoResourceFoundException.class})
    ModelAndView notFound(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.NOT_FOUND, notFound(request), request, response);
    }

    /** Who is not signed in has no places of the own, so nothing lies outside of them. */
    static String notFound(HttpServletRequest request) {
        return Doors.actor(request).isSignedIn() ? "error.not-found" : "error.no-such-page";
    }

    /** A refusal that a form did not show itself. */
    @ExceptionHandler(Refusal.Thrown.class)
    ModelAndView refused(Refusal.Thrown e, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, e.refusal().key(), request, response, e.values());
    }

    @ExceptionHandler(Conflict.class)
    ModelAndView conflict(Conflict e, HttpServletRequest request, HttpServletResponse response) {
        return page(HttpStatus.CONFLICT, "error.conflict", request, response);
    }

    /** An address that can't be read; it may be a fault of ours too, which the programme's own log then tells. */
    @ExceptionHandler(IllegalArgumentException.class)
    ModelAndView badRequest(IllegalArgumentException e, HttpServletRequest request, HttpServletResponse response) {
        LOG.info("{} {} can't be read", request.getMethod(), request.getRequestURI(), e);
        return page(HttpStatus.BAD_REQUEST, "error.bad-request", request, response);
    }

    private ModelAndView page(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response, Object... values) {
        Frame frame = frames.frame(request, response);
        String again = status == HttpStatus.UNPROCESSABLE_CONTENT && request.getMethod().equals("GET") && request.getQueryString() != null ? request.getRequestURI() : "";
        return new ModelAndView("web/error", Map.of("frame", frame, "message", frame.t(key, values), "again", again), status);
    }
}
