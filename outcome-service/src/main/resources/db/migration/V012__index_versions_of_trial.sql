create index outcome_version_trial on outcome_version (trial_id, participant_id, number desc);
