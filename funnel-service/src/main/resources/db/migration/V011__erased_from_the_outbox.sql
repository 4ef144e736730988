-- What the others were told of a person goes with the person.
GRANT DELETE ON outbox TO ${app};
