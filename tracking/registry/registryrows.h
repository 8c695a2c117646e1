// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

// What the registry reads and writes, row by row.

Result<std::vector<RegisteredModel>> readModels(Connection &connection, const QByteArray &condition = "1",
                                                const QVariantList &values = {});
/// @p condition on `m` (models) and `v` (versions).
Result<std::vector<ModelVersion>> readVersions(Connection &connection, const QByteArray &condition,
                                               const QVariantList &values);
/// Of the model with row @p model, the oldest first.
Result<std::vector<RegistryEvent>> readEvents(Connection &connection, qint64 model);
/// Errors: `unknown_registered_model` lists those there are.
Result<qint64> findModel(Connection &connection, const QString &name);

Failure unknownRegisteredModel(const QString &name, const std::vector<std::string> &known);
Failure unknownVersion(const QString &model, const QString &which, const QString &known);

/// A change to one model: finds its rows, and tells what it did in the same transaction. Steps after a failure do
/// nothing, as with Transaction.
class RegistryChange
{
public:
    explicit RegistryChange(Database &database);

    /// The row of the model; every further step is on this one.
    qint64 model(const QString &name);
    /// Makes it when there is none.
    qint64 makeModel(const QString &name, const QString &note, const QString &source = {}, const QDateTime &at = {});
    qint64 version(qint64 number);
    /// Version that @p alias points at, 0 where there is none.
    qint64 holder(const QString &alias);
    /// Whether the history tells of @p alias.
    bool everTold(const QString &alias);
    /// Whether the version is here and came from the source that the model follows, rather than from a run here.
    bool cameWithSource(qint64 number);
    /// Highest number ever used, those of removed versions too.
    qint64 lastNumber();

    void pointAlias(const QString &alias, qint64 number);
    void tell(RegistryEvent event);

    bool ok() const { return m_change.ok(); }
    const QString &name() const { return m_name; }
    Transaction &sql() { return m_change; }
    void fail(Failure failure) { m_change.fail(std::move(failure)); }
    Result<void> commit();

private:
    Transaction m_change;
    qint64 m_model = 0;
    QString m_name;
};

/// Letters, digits, `-`, `_` and `.`; not a number, which would mean a version, nor "latest".
Result<void> checkAlias(const QString &alias);
/// Something, without `/`, `:`, `@` or characters that cannot be seen.
Result<void> checkModelName(const QString &name);

} // namespace assay::tracking
