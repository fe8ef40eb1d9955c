-- Versions of definitions (and the head of each), and the catalogue: products, their stock, stores.
select rapport.add_collection(name) from unnest(array['versions', 'catalogue']) as name;
