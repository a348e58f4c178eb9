package khabuan.base.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security holds it in a session. */
record SignedIn(long accountId, String name, String fullName, Role role, String scopeLevel, String scopeCode, Set<String> rooms,
                String passwordHash, boolean mustChangePassword, boolean locked, boolean disabled) implements UserDetails {

    Actor actor(String address) {
        return new Actor(accountId, name, fullName, role, scopeLevel, scopeCode, rooms, address);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }
}
