-- SPDX-License-Identifier: Apache-2.0
-- The table that status-to-table.camel.yaml writes; SQLite and PostgreSQL understand it.
create table if not exists purchase_orders (
  account  varchar(100) not null,
  id       varchar(200) not null,
  number   varchar(100) not null,
  status   varchar(50)  not null,
  epoch    bigint       not null,
  sequence bigint       not null,
  document text         not null,
  primary key (account, id)
);
