-- Those who pay and keep the books.
alter table present.account drop constraint account_role_check;
alter table present.account add constraint account_role_check check (role in ('ADMINISTRATOR', 'CENTRE_OFFICER', 'REGIONAL_OFFICER', 'RECORDER', 'FINANCE_OFFICER', 'EXECUTIVE', 'AUDITOR', 'COMMUNITY'));
