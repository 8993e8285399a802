BEGIN TRANSACTION;
CREATE TABLE about (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT about_key PRIMARY KEY (name)
);
INSERT INTO "about" VALUES('schema','3');
CREATE TABLE actors (
	reading INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	type TEXT NOT NULL, 
	linked BOOLEAN NOT NULL, 
	represents TEXT, 
	mentions TEXT NOT NULL, 
	CONSTRAINT actors_key PRIMARY KEY (reading, id), 
	CONSTRAINT actors_of_readings FOREIGN KEY(reading) REFERENCES readings (number)
);
INSERT INTO "actors" VALUES(1,'PER',0,'Peru','peru','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(1,'VEN',1,'Venezuela','venezuela','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(1,'person/ana-luz',2,'Ana Luz','ana luz','person',0,'PER','[]');
INSERT INTO "actors" VALUES(1,'person/ben-sol',3,'Ben Sol','ben sol','person',0,'PER','[]');
INSERT INTO "actors" VALUES(1,'person/rio',4,'Carla Río','carla rio','person',0,NULL,'[]');
INSERT INTO "actors" VALUES(2,'PER',0,'Peru','peru','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(2,'VEN',1,'Venezuela','venezuela','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(2,'person/ana-luz',2,'Ana Luz','ana luz','person',0,'PER','[]');
INSERT INTO "actors" VALUES(2,'person/ben-sol',3,'Ben Sol','ben sol','person',0,'PER','[]');
INSERT INTO "actors" VALUES(2,'person/rio',4,'Carla Río','carla rio','person',0,NULL,'[]');
INSERT INTO "actors" VALUES(3,'PER',0,'Peru','peru','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(3,'VEN',1,'Venezuela','venezuela','state',1,NULL,'[]');
INSERT INTO "actors" VALUES(3,'person/ana-luz',2,'Ana Luz','ana luz','person',0,'PER','[]');
INSERT INTO "actors" VALUES(3,'person/ben-sol',3,'Ben Sol','ben sol','person',0,'PER','[]');
INSERT INTO "actors" VALUES(3,'person/rio',4,'Carla Río','carla rio','person',0,NULL,'[]');
CREATE TABLE article_words (
	article INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT article_words_key PRIMARY KEY (article), 
	CONSTRAINT article_words_of_articles FOREIGN KEY(article) REFERENCES articles (number)
);
INSERT INTO "article_words" VALUES(1,' ana luz said peru rejects sanctions she is foreign minister ');
INSERT INTO "article_words" VALUES(2,' ana luz said peru rejects sanctions she is foreign minister lodz listened ');
INSERT INTO "article_words" VALUES(3,' peru spoke ');
CREATE TABLE articles (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	source TEXT NOT NULL, 
	outlet TEXT, 
	title TEXT, 
	published TEXT, 
	published_from TEXT, 
	url TEXT, 
	encoding TEXT, 
	encoding_from TEXT, 
	extras TEXT NOT NULL, 
	text TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	CONSTRAINT articles_key PRIMARY KEY (number), 
	CONSTRAINT articles_one_id_sha256 UNIQUE (id, sha256)
);
INSERT INTO "articles" VALUES(1,'one','ae91442702c089a737813ea53906c5b763713a3562fb1b2acccffd0adbe06be8','one.txt',NULL,NULL,'2021-08-05',NULL,NULL,NULL,NULL,'{}','Ana Luz said Perú rejects sanctions. She is foreign minister.','2026-11-26T20:08:23.843+00:00');
INSERT INTO "articles" VALUES(2,'one','95f377e050de6613fecd310bb509859c9f4de7d571725cc5872131508ed8df44','one.txt',NULL,NULL,'2021-08-05',NULL,NULL,NULL,NULL,'{}','Ana Luz said Perú rejects sanctions. She is foreign minister. Łódź listened.','2026-11-26T20:08:23.895+00:00');
INSERT INTO "articles" VALUES(3,'two','00beda3c8af8d91d90ce21c171b3d81db55791a0f83ae15f38520d46c898f065','two.txt',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{}','Peru spoke.','2026-11-26T20:08:23.927+00:00');
CREATE TABLE claim_actors (
	claim INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	CONSTRAINT claim_actors_key PRIMARY KEY (claim, role, actor), 
	CONSTRAINT claim_actors_of_claims FOREIGN KEY(claim) REFERENCES claims (number)
);
INSERT INTO "claim_actors" VALUES(1,'speakers','person/ana-luz');
INSERT INTO "claim_actors" VALUES(2,'holder','PER');
INSERT INTO "claim_actors" VALUES(2,'target','VEN');
INSERT INTO "claim_actors" VALUES(3,'person','person/ana-luz');
INSERT INTO "claim_actors" VALUES(3,'polity','PER');
CREATE TABLE claims (
	number INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	evidence TEXT NOT NULL, 
	asserted_by TEXT, 
	issue TEXT, 
	first_day TEXT, 
	last_day TEXT, 
	body TEXT NOT NULL, 
	CONSTRAINT claims_key PRIMARY KEY (number), 
	CONSTRAINT claims_one_reading_kind_id UNIQUE (reading, kind, id), 
	CONSTRAINT claims_of_readings FOREIGN KEY(reading) REFERENCES readings (number)
);
INSERT INTO "claims" VALUES(1,1,'utterances','utterances/1',0,'[[13,35]]',NULL,NULL,'2021-08-02','2021-08-02','{"id":"utterances/1","evidence":[[13,35]],"why":"hand/made","confidence":0.5,"asserted_by":null,"extractor":"","speakers":["person/ana-luz"],"source":[],"cue":[[8,12]],"content":[[13,35]],"mode":"indirect","polarity":"asserted","capacity":"unclear","date":"2021-08-02","venue":null,"audience":null,"in_reply_to":[],"relayed_by":[],"within":null}');
INSERT INTO "claims" VALUES(2,1,'stances','claim/1',0,'[[18,35]]','utterances/1','sanctions',NULL,NULL,'{"id":"claim/1","evidence":[[18,35]],"why":"hand/made","confidence":0.5,"asserted_by":"utterances/1","extractor":"","holder":"PER","through":null,"capacity":"institutional","members":null,"object":{"text":"rejects sanctions","issue":"sanctions","actors":[{"id":"VEN","role":"target"}],"spans":[[18,35]]},"polarity":"against","strength":2,"status":"current","basis":"stated","condition":[],"since":null,"until":null}');
INSERT INTO "claims" VALUES(3,1,'tenures','claim/1',0,'[[44,60]]',NULL,NULL,NULL,NULL,'{"id":"claim/1","evidence":[[44,60]],"why":"hand/made","confidence":0.5,"asserted_by":null,"extractor":"","person":"person/ana-luz","office":"foreign minister","polity":"PER","since":null,"until":null,"holding":null,"status":"current","predecessor":null,"designated_by":null,"basis":"stated"}');
CREATE TABLE failures (
	number INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	place TEXT, 
	recorded_at TEXT NOT NULL, 
	resolved_at TEXT, 
	CONSTRAINT failures_key PRIMARY KEY (number), 
	CONSTRAINT failures_one_source_stage_reason UNIQUE (source, stage, reason)
);
INSERT INTO "failures" VALUES(1,'bad.txt','language','written in another language',NULL,'2026-11-26T20:08:23.952+00:00',NULL);
CREATE TABLE readings (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	model TEXT NOT NULL, 
	lexicon TEXT NOT NULL, 
	language TEXT NOT NULL, 
	language_certain BOOLEAN NOT NULL, 
	kinds TEXT NOT NULL, 
	times TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	CONSTRAINT readings_key PRIMARY KEY (number), 
	CONSTRAINT readings_one_article_code_model_lexicon UNIQUE (article, code, model, lexicon), 
	CONSTRAINT readings_of_articles FOREIGN KEY(article) REFERENCES articles (number)
);
INSERT INTO "readings" VALUES(1,1,'1','hand','none','en',1,'["utterances","events","recognitions","sanctions","stances","commitments","tenures","blocs","memberships","changes"]','[]','2026-11-26T20:08:23.843+00:00');
INSERT INTO "readings" VALUES(2,2,'2','hand','none','en',1,'["utterances","events","recognitions","sanctions","stances","commitments","tenures","blocs","memberships","changes"]','[]','2026-11-26T20:08:23.895+00:00');
INSERT INTO "readings" VALUES(3,3,'1','hand','none','en',1,'["utterances","events","recognitions","sanctions","stances","commitments","tenures","blocs","memberships","changes"]','[]','2026-11-26T20:08:23.927+00:00');
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_sha256 ON articles (sha256);
CREATE INDEX readings_by_article ON readings (article);
CREATE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_folded ON actors (folded);
CREATE INDEX actors_by_represents ON actors (represents);
CREATE INDEX claims_by_kind_first_day ON claims (kind, first_day);
CREATE INDEX claims_by_issue ON claims (issue);
CREATE INDEX claims_by_reading ON claims (reading);
CREATE INDEX claim_actors_by_actor_role ON claim_actors (actor, role);
COMMIT;
