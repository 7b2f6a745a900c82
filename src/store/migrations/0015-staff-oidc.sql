-- Who signs in through the provider of identities: issuer and subject, by which the account is found from then on; and
-- whether the account was made by it, so that its roles are the provider's.
alter table staff add column oidc_subject text;
alter table staff add column oidc_managed boolean not null default false;
create unique index staff_oidc_subject on staff (oidc_subject) where oidc_subject is not null;
