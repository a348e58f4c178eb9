package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import khabuan.base.record.Changes;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The two ceremonies of WebAuthn, in JSON as browsers speak it: making a passkey, and signing in with one. The question that a device answers is kept in the browser's
 *  short session, and is asked once. */
@Component
public class Ceremony {

    private static final String MAKING = "khabuan.passkey.making";
    private static final String ENTERING = "khabuan.passkey.entering";
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new WebauthnJacksonModule()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Passkeys passkeys;
    private final Origin origin;
    private final Changes changes;
    private final SigningIn signingIn;
    private final Accounts accounts;

    Ceremony(Passkeys passkeys, Origin origin, Changes changes, SigningIn signingIn, Accounts accounts) {
        this.passkeys = passkeys;
        this.origin = origin;
        this.changes = changes;
        this.signingIn = signingIn;
        this.accounts = accounts;
    }

    private Webauthn4JRelyingPartyOperations party(HttpServletRequest request) {
        var entity = PublicKeyCredentialRpEntity.builder().id(origin.host()).name("Khabuan").build();
        var party = new Webauthn4JRelyingPartyOperations(passkeys, passkeys, entity, Set.of(origin.of(request)));
        party.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    /** The question for the making of a passkey of the person who asks. */
    public String making(HttpServletRequest request) {
        var options = party(request).createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(SecurityContextHolder.getContext().getAuthentication()));
        request.getSession().setAttribute(MAKING, options);
        return JSON.writeValueAsString(options);
    }

    /** Keeps the passkey that the device made.
     *  @throws Refusal.Thrown when the answer doesn't fit the question */
    public void make(HttpServletRequest request, Actor actor, String label, String answer) {
        var options = (PublicKeyCredentialCreationOptions) taken(request, MAKING);
        try {
            var credential = JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            String named = label.isBlank() ? "passkey" : label.strip().substring(0, Math.min(60, label.strip().length()));
            changes.make(actor.author(), "passkey.add", named, () -> party(request).registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(credential, named))));
        } catch (RuntimeException whateverTheBrowserSends) {
            throw AccessRefusal.PASSKEY_REFUSED.with();
        }
    }

    /** The question for signing in. */
    public String entering(HttpServletRequest request) {
        var options = party(request).createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        request.getSession().setAttribute(ENTERING, options);
        return JSON.writeValueAsString(options);
    }

    /** @return the account whose passkey answered
     *  @throws Refusal.Thrown when the answer doesn't fit, the passkey is withdrawn or the account is disabled */
    public long enter(HttpServletRequest request, String answer) {
        var options = (PublicKeyCredentialRequestOptions) taken(request, ENTERING);
        try {
            var credential = JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var person = party(request).authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            var account = accounts.get(Passkeys.account(person.getId()));
            if (account.isDisabled()) throw AccessRefusal.PASSKEY_REFUSED.with();
            signingIn.welcome(account.id(), account.name(), RemoteAddress.of(request), "passkey");
            return account.id();
        } catch (Refusal.Thrown refused) {
            throw refused;
        } catch (RuntimeException whateverAStrangerSends) {
            signingIn.refuse(null, "? passkey", RemoteAddress.of(request), "passkey");
            throw AccessRefusal.PASSKEY_REFUSED.with();
        }
    }

    private static Object taken(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        var options = session == null ? null : session.getAttribute(name);
        if (options == null) throw AccessRefusal.PASSKEY_REFUSED.with();
        session.removeAttribute(name);
        return options;
    }
}
