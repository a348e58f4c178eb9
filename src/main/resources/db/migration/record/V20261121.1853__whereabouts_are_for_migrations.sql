-- Where tables lie is said by migrations; the application only reads it.
revoke insert on history.whereabouts from khabuan_app;
