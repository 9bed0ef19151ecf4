comment on column release.candidate_id is 'Under which candidateId the person was enrolled; a random name once erased, since a candidate still names a person.';
update release r set candidate_id = 'erased-' || gen_random_uuid()
from withdrawal w
where w.participant_id = r.participant_id and w.level = 'WITHDRAW_AND_ERASE';
