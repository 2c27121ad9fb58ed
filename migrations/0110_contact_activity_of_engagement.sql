-- When something was last is worked out from engagement, by the projection that writes it. What is shown of a record is rebuilt.
comment on table read.contact_activity is 'When something last happened between us and a contact, away from the searched text. Written by projection engagement.';
