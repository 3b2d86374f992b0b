"""The printed page: stock, fonts, layout, badges, sheets, reports."""
