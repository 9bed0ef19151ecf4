-- lists sent before their event carried candidateIds are sent once more, so that their candidates can be enrolled;
-- consumers know a list by its id and count none twice
update candidate_list set published_at = null where candidates > 0;
