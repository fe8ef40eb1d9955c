-- Users, sessions, tokens and links; and who changed and saw what.
select rapport.add_collection(name) from unnest(array['access', 'audit']) as name;
