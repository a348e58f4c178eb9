-- A name is derived when it is one that the unit gives, or gave while it was called otherwise; any other name was given.
create function present.council_named_after(name text, unit text) returns boolean language sql stable as $$
  select exists (select from present.unit_form f where f.unit_code = $2 and present.council_name(f.type, f.name_th) = $1)
$$;
comment on function present.council_named_after is 'Whether a council''s name is derived from a unit, and not given.';

-- Whatever corrects a council's unit and leaves its name: a derived name follows, a given one stays.
create function present.name_council_after_its_unit() returns trigger language plpgsql as $$
begin
  if present.council_named_after(old.name, old.unit_code) then
    new.name := coalesce((select present.council_name(f.type, f.name_th) from present.unit_form f where f.unit_code = new.unit_code and f.until_date is null), new.name);
  end if;
  return new;
end $$;
create trigger a_derived_name_follows_its_unit before update on present.council for each row
  when (old.unit_code is distinct from new.unit_code and old.name = new.name) execute function present.name_council_after_its_unit();

-- A file that is loaded again still says the name of the unit in which the council was wrongly entered.
create function present.council_named_after_former_unit(council bigint, name text, unit text) returns boolean language sql stable as $$
  select exists (select from (select unit_code from present.council where id = $1 union select unit_code from history.council where id = $1) u
                 where u.unit_code <> $3 and present.council_named_after($2, u.unit_code)) and not present.council_named_after($2, $3)
$$;
comment on function present.council_named_after_former_unit is 'Whether a name is derived from another unit in which the council stands or once stood, and not from this one.';
