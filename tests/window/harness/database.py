"""Changes a profile's database as no version of the app would.

database.py FILE version N: sets the version of its schema.
"""

import sqlite3
import sys

file, what, value = sys.argv[1:]
if what != "version":
    sys.exit(f"unknown: {what}")
connection = sqlite3.connect(file)
connection.execute(f"PRAGMA user_version = {int(value)}")
connection.close()
