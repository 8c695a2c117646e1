// SPDX-License-Identifier: GPL-3.0-or-later
// Aliases: one name, one version, moved with its history.
#include "tracking/registry.h"
#include "tracking/registry/registryrows.h"
#include "tracking/runstore.h"

namespace assay::tracking {

namespace {

QString numberText(qint64 version)
{
    return version > 0 ? QString::number(version) : QString();
}

Failure unknownAlias(RegistryChange &change, const QString &alias)
{
    std::vector<std::string> known;
    change.sql().each("SELECT a.name FROM aliases a JOIN models m ON m.id = a.model WHERE m.name = ? ORDER BY a.name",
                      {change.name()}, [&](const Row &row) { known.push_back(row.text(0).toStdString()); });
    return failure(
        ErrorKind::NotFound, "unknown_alias", "The model {} has no alias {}; it has {}.",
        {change.name().toStdString(), alias.toStdString(), known.empty() ? std::string("none") : quotedList(known)});
}

/// A champion is replaced for a comparison that shows the challenger no worse, or for a reason somebody gave.
Result<void> checkPromotion(const Promotion &promotion, const QString &alias, qint64 holder, qint64 version)
{
    if (promotion.replaces && *promotion.replaces != holder)
        return failure(ErrorKind::Refused, "alias_moved",
                       "The alias {} was moved meanwhile: it is at version {} now. Compare with that one.",
                       {alias.toStdString(), holder > 0 ? std::to_string(holder) : std::string("none")});
    if (holder == 0 || holder == version || !promotion.reason.trimmed().isEmpty())
        return {};
    if (!promotion.justification)
        return failure(ErrorKind::Refused, "needs_comparison",
                       "The alias {} is at version {}: moving it takes a comparison with that version, or a reason.",
                       {alias.toStdString(), std::to_string(holder)});
    if (promotion.justification->standing == Standing::Worse)
        return failure(ErrorKind::Refused, "not_better",
                       "Version {} is worse than version {}, which is {} now: {} Give a reason to promote it "
                       "nevertheless.",
                       {std::to_string(version), std::to_string(promotion.justification->championVersion),
                        alias.toStdString(), promotion.justification->verdict.toStdString()});
    return {};
}

/// The versions the alias was at, as a pile: going back takes off, moving on puts on. 0 stands for none.
std::vector<qint64> pileOf(const std::vector<RegistryEvent> &events, const QString &alias)
{
    std::vector<qint64> pile;
    for (const RegistryEvent &event : events) {
        if (event.key != alias)
            continue;
        const qint64 to = event.to.toLongLong();
        if (event.what == QLatin1String("rolled_back")) {
            while (!pile.empty() && pile.back() != to)
                pile.pop_back();
        } else if (event.what == QLatin1String("alias") || event.what == QLatin1String("promoted")) {
            if (pile.empty() || pile.back() != to)
                pile.push_back(to);
        } else if (event.what == QLatin1String("alias_removed")) {
            pile.push_back(0);
        }
    }
    return pile;
}

} // namespace

Result<void> ModelRegistry::setAlias(const QString &model, const QString &alias, qint64 version, const QString &reason)
{
    if (auto fine = checkAlias(alias); !fine)
        return fine;
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 before = change.holder(alias);
    change.pointAlias(alias, version);
    if (change.ok() && alias == QLatin1String(championAlias))
        if (const auto fine = checkPromotion({.reason = reason}, alias, before, version); !fine)
            change.fail(Failure(fine.error()));
    if (before != version)
        change.tell({.version = version,
                     .what = QStringLiteral("alias"),
                     .key = alias,
                     .from = numberText(before),
                     .to = numberText(version),
                     .reason = reason});
    return change.commit();
}

Result<void> ModelRegistry::removeAlias(const QString &model, const QString &alias, const QString &reason)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    const qint64 before = change.holder(alias);
    if (change.ok() && before == 0)
        change.fail(unknownAlias(change, alias));
    change.sql().run("DELETE FROM aliases WHERE model = ? AND name = ?", {row, alias});
    change.tell({.version = before,
                 .what = QStringLiteral("alias_removed"),
                 .key = alias,
                 .from = numberText(before),
                 .reason = reason});
    return change.commit();
}

Result<void> ModelRegistry::promote(const QString &model, qint64 version, const QString &alias,
                                    const Promotion &promotion)
{
    if (auto fine = checkAlias(alias); !fine)
        return fine;
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 before = change.holder(alias);
    change.pointAlias(alias, version);
    if (change.ok())
        if (const auto fine = checkPromotion(promotion, alias, before, version); !fine)
            change.fail(Failure(fine.error()));
    if (before != version)
        change.tell({.version = version,
                     .what = QStringLiteral("promoted"),
                     .key = alias,
                     .from = numberText(before),
                     .to = numberText(version),
                     .reason = promotion.reason.trimmed(),
                     .justification = promotion.justification});
    return change.commit();
}

Result<qint64> ModelRegistry::rollBack(const QString &model, const QString &alias, const QString &reason)
{
    RegistryChange change(m_store.database());
    const qint64 row = change.model(model);
    const qint64 current = change.holder(alias);
    std::vector<qint64> pile;
    if (auto connection = m_store.database().connection(); connection && change.ok()) {
        auto events = readEvents(**connection, row);
        if (events)
            pile = pileOf(*events, alias);
        else
            change.fail(Failure(events.error()));
    }
    if (!pile.empty() && pile.back() == current)
        pile.pop_back();
    // Versions that are gone, and times without one, are no place to go back to.
    const auto usable = [&](qint64 number) {
        return number > 0 && number != current &&
               change.sql().value("SELECT 1 FROM versions WHERE model = ? AND number = ?", {row, number});
    };
    while (!pile.empty() && !usable(pile.back()))
        pile.pop_back();
    if (pile.empty()) {
        if (change.ok())
            change.fail(failure(ErrorKind::Refused, "nothing_before",
                                "The alias {} of {} was at no other version before that is still there.",
                                {alias.toStdString(), model.toStdString()}));
        return Failure(change.commit().error());
    }
    const qint64 target = pile.back();
    change.pointAlias(alias, target);
    change.tell({.version = target,
                 .what = QStringLiteral("rolled_back"),
                 .key = alias,
                 .from = numberText(current),
                 .to = numberText(target),
                 .reason = reason});
    return change.commit().map([&] { return target; });
}

} // namespace assay::tracking
