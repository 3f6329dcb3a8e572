-- Comments know what they are about by its key. Those of before keep what their section was called, and are read under it.
update sign_off_comment set section = 'agreement' where section = 'The agreement as a whole';
