-- A start loads the folders that come with the program. What someone loaded since, from another folder, must outlive a mere restart.
alter table loaded_folder add column shipped_hash text;
comment on column loaded_folder.shipped_hash is 'Hash of the folder that came with the program when a start last looked; null before the first. A start loads only what differs from it. Other than content_hash: loaded from elsewhere since.';
