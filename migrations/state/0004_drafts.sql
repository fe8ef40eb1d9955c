-- What somebody works on and has not saved: a draft of a workspace for each user.
select rapport.add_collection('drafts');
