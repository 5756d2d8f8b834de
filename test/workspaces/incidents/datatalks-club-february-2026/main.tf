# The courses, and now the new site beside them: one state, on somebody's laptop.
resource "aws_db_instance" "courses" {
  identifier          = "courses"
  engine              = "postgres"
  instance_class      = "db.t4g.small"
  skip_final_snapshot = true
}

resource "aws_s3_bucket" "site" {
  bucket = "shipping-labs"
}
