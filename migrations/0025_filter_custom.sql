-- Custom fields are compared as their JSON gives them: a function around them cannot be put in line by the planner, and
-- cost a count of a million rows two seconds.
drop function read.custom_text(jsonb, text);
drop function read.custom_list(jsonb);
