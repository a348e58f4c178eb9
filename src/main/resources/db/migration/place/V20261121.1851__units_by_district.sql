-- Lists in the order of places walk this index and stop when the page is full.
create index unit_by_district on present.unit (district_code, code);
