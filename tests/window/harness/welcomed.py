"""Says in a profile's database, its argument, that the first start is over."""

import sqlite3
import sys

with sqlite3.connect(sys.argv[1]) as database:
    database.execute(
        "INSERT INTO setting (name, value) VALUES ('app.general', ?)", ('{"welcomed":true}',)
    )
