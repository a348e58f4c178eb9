alter table present.passkey add attestation bytea not null, add client_data bytea not null;
