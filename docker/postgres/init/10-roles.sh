#!/bin/sh
# Runs once, on the empty data volume. The owner (POSTGRES_USER) migrates; the programs sign in as zhuqi_program,
# which owns nothing and works as zhuqi_app, the role that the migrations give its narrow rights.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$ZHUQI_PROGRAM_PASSWORD" <<'SQL'
create role zhuqi_app nologin;
create role zhuqi_program login nosuperuser nobypassrls password :'password' in role zhuqi_app;
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to zhuqi_program;
SQL
