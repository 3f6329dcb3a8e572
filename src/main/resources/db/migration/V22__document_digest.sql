-- The digest of the PDF's bytes, so that anybody can check a file without the service keeping it. Rows of before get theirs from DocumentDigestMigration.
alter table agreement_document add column pdf_digest varchar(64);
create index agreement_document_pdf_digest on agreement_document (pdf_digest);
create index agreement_version_digest on agreement_version (digest);
