-- A tag is stored in the transaction that has locked its customer, and nobody may delete customers, so the foreign key guarded nothing. It cost much: a
-- session keeps the plan of its check, and one made while there were a hundred customers read all of them for each tag once there were ten thousand.
ALTER TABLE tag_interval DROP CONSTRAINT tag_interval_tenant_id_customer_id_fkey;

-- The tenant stands last in this one key: a GiST index is searched from its first column on, and one column that is the same in all rows of an
-- organisation made every search visit more pages the more tags there were.
ALTER TABLE tag_interval
    DROP CONSTRAINT tag_carried_once,
    ADD CONSTRAINT tag_carried_once EXCLUDE USING gist
        (customer_id WITH =, tag WITH =, during WITH &&, tenant_id WITH =) DEFERRABLE INITIALLY DEFERRED;
