// The loaded documents in order of their ids, without their texts.
// Parameters: none
// Returns: id, title, date, publisher, place, format, characters, claims
MATCH (d:Document)
WHERE d.id IS NOT NULL
RETURN d.id AS id, d.title AS title, d.date AS date, d.publisher AS publisher, d.place AS place,
  d.format AS format, size(d.text) AS characters, COUNT { (d)<-[:STATED_IN]-() } AS claims
ORDER BY d.id
