// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/format.h"

#include <QHash>
#include <QLocale>
#include <cmath>

namespace assay::ui {

namespace {

const QString dash = QStringLiteral("–");

int decimals(double magnitude)
{
    if (magnitude < 10)
        return 4;
    if (magnitude < 100)
        return 3;
    if (magnitude < 1000)
        return 2;
    return 1;
}

} // namespace

QString Format::number(double value)
{
    if (std::isnan(value))
        return dash;
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double magnitude = std::abs(value);
    const QLocale locale;
    QString text = magnitude != 0 && (magnitude < 0.0001 || magnitude >= 1e9)
                       ? locale.toString(magnitude, 'e', 2)
                       : locale.toString(magnitude, 'f', decimals(magnitude));
    return value < 0 ? QStringLiteral("−") + text : text;
}

QString Format::number(const std::optional<double> &value)
{
    return value ? number(*value) : dash;
}

QString Format::signedNumber(double value)
{
    return value > 0 ? QStringLiteral("+") + number(value) : number(value);
}

QString Format::count(qint64 value)
{
    return QLocale().toString(value);
}

QString Format::percent(double share)
{
    if (!std::isfinite(share))
        return dash;
    return tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

QString Format::percent(const std::optional<double> &share)
{
    return share ? percent(*share) : dash;
}

QString Format::interval(double low, double high)
{
    return tr("%1 – %2", "from, to").arg(number(low), number(high));
}

QString Format::pValue(double p)
{
    if (std::isnan(p))
        return dash;
    return p < 0.001 ? tr("p < %1").arg(QLocale().toString(0.001)) : tr("p = %1").arg(QLocale().toString(p, 'f', 3));
}

QString Format::duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return dash;
    if (seconds < 1)
        return tr("%1 ms").arg(std::lround(seconds * 1000));
    if (seconds < 59.95)
        return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (whole < 3600)
        return tr("%1 min %2 s").arg(whole / 60).arg(two(whole % 60));
    return tr("%1 h %2 min").arg(whole / 3600).arg(two(whole % 3600 / 60));
}

QString Format::relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return dash;
    const QDateTime local = time.toLocalTime();
    const qint64 seconds = local.secsTo(now);
    const qint64 days = local.daysTo(now.toLocalTime());
    if (seconds < 0)
        return dateTime(local);
    if (seconds < 45)
        return tr("just now");
    if (seconds < 3600)
        return tr("%1 min ago").arg(std::max<qint64>(1, seconds / 60));
    if (seconds < 12 * 3600)
        return tr("%1 h ago").arg(seconds / 3600);
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        return tr("today %1").arg(clock);
    if (days == 1)
        return tr("yesterday %1").arg(clock);
    return dateTime(local);
}

QString Format::bytes(qint64 bytes)
{
    if (bytes < 1000)
        return tr("%1 B", "bytes").arg(bytes);
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Format::dateTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : dash;
}

QString Format::parameter(const ParamValue &value)
{
    return QString::fromStdString(toText(value));
}

QString Format::status(tracking::RunStatus status)
{
    switch (status) {
    case tracking::RunStatus::Running:
        return tr("Running");
    case tracking::RunStatus::Finished:
        return tr("Finished");
    case tracking::RunStatus::Failed:
        return tr("Failed");
    case tracking::RunStatus::Cancelled:
        return tr("Cancelled");
    case tracking::RunStatus::Crashed:
        return tr("Crashed");
    }
    return {};
}

QString Format::metric(const QString &key)
{
    static const QHash<QString, QString> labels{
        {QStringLiteral("roc_auc"), QStringLiteral(QT_TR_NOOP("ROC AUC"))},
        {QStringLiteral("roc_auc_ovr_macro"), QStringLiteral(QT_TR_NOOP("ROC AUC (one vs rest)"))},
        {QStringLiteral("average_precision"), QStringLiteral(QT_TR_NOOP("Average precision"))},
        {QStringLiteral("accuracy"), QStringLiteral(QT_TR_NOOP("Accuracy"))},
        {QStringLiteral("balanced_accuracy"), QStringLiteral(QT_TR_NOOP("Balanced accuracy"))},
        {QStringLiteral("precision"), QStringLiteral(QT_TR_NOOP("Precision"))},
        {QStringLiteral("recall"), QStringLiteral(QT_TR_NOOP("Recall"))},
        {QStringLiteral("specificity"), QStringLiteral(QT_TR_NOOP("Specificity"))},
        {QStringLiteral("f1"), QStringLiteral(QT_TR_NOOP("F1"))},
        {QStringLiteral("mcc"), QStringLiteral(QT_TR_NOOP("MCC"))},
        {QStringLiteral("cohen_kappa"), QStringLiteral(QT_TR_NOOP("Cohen’s kappa"))},
        {QStringLiteral("log_loss"), QStringLiteral(QT_TR_NOOP("Log loss"))},
        {QStringLiteral("brier"), QStringLiteral(QT_TR_NOOP("Brier score"))},
        {QStringLiteral("ks"), QStringLiteral(QT_TR_NOOP("KS"))},
        {QStringLiteral("ece"), QStringLiteral(QT_TR_NOOP("Calibration error"))},
        {QStringLiteral("mae"), QStringLiteral(QT_TR_NOOP("MAE"))},
        {QStringLiteral("mse"), QStringLiteral(QT_TR_NOOP("MSE"))},
        {QStringLiteral("rmse"), QStringLiteral(QT_TR_NOOP("RMSE"))},
        {QStringLiteral("r2"), QStringLiteral(QT_TR_NOOP("R²"))},
        {QStringLiteral("mape"), QStringLiteral(QT_TR_NOOP("MAPE"))},
        {QStringLiteral("median_absolute_error"), QStringLiteral(QT_TR_NOOP("Median absolute error"))},
        {QStringLiteral("explained_variance"), QStringLiteral(QT_TR_NOOP("Explained variance"))},
        {QStringLiteral("max_error"), QStringLiteral(QT_TR_NOOP("Largest error"))},
    };
    const auto found = labels.constFind(key);
    return found == labels.cend() ? key : tr(found->toUtf8().constData());
}

QString Format::model(const QString &id)
{
    static const QHash<QString, QString> labels{
        {QStringLiteral("baseline"), QStringLiteral(QT_TR_NOOP("Baseline"))},
        {QStringLiteral("logistic"), QStringLiteral(QT_TR_NOOP("Logistic regression"))},
        {QStringLiteral("linear"), QStringLiteral(QT_TR_NOOP("Linear regression"))},
        {QStringLiteral("xgboost"), QStringLiteral(QT_TR_NOOP("Gradient boosting"))},
        {QStringLiteral("random_forest"), QStringLiteral(QT_TR_NOOP("Random forest"))},
        {QStringLiteral("naive_bayes"), QStringLiteral(QT_TR_NOOP("Naive Bayes"))},
        {QStringLiteral("knn"), QStringLiteral(QT_TR_NOOP("Nearest neighbours"))},
        {QStringLiteral("decision_tree"), QStringLiteral(QT_TR_NOOP("Decision tree"))},
        {QStringLiteral("svm"), QStringLiteral(QT_TR_NOOP("Linear support vector machine"))},
        {QStringLiteral("mlp"), QStringLiteral(QT_TR_NOOP("Multilayer perceptron"))},
        {QStringLiteral("ensemble"), QStringLiteral(QT_TR_NOOP("Ensemble"))},
    };
    const auto found = labels.constFind(id);
    return found == labels.cend() ? id : tr(found->toUtf8().constData());
}

QString Format::kind(const QString &kind)
{
    static const QHash<QString, QString> labels{
        {QStringLiteral("boolean"), QStringLiteral(QT_TR_NOOP("Yes or no"))},
        {QStringLiteral("integer"), QStringLiteral(QT_TR_NOOP("Whole number"))},
        {QStringLiteral("real"), QStringLiteral(QT_TR_NOOP("Number"))},
        {QStringLiteral("categorical"), QStringLiteral(QT_TR_NOOP("Category"))},
        {QStringLiteral("text"), QStringLiteral(QT_TR_NOOP("Text"))},
        {QStringLiteral("date"), QStringLiteral(QT_TR_NOOP("Date"))},
        {QStringLiteral("datetime"), QStringLiteral(QT_TR_NOOP("Date and time"))},
    };
    const auto found = labels.constFind(kind);
    return found == labels.cend() ? kind : tr(found->toUtf8().constData());
}

QString Format::duration(const tracking::Run &run, const QDateTime &now)
{
    if (!run.start.isValid())
        return dash;
    if (!run.end.isValid() && run.status != tracking::RunStatus::Running)
        return dash;
    const QDateTime end = run.end.isValid() ? run.end : now;
    return duration(static_cast<double>(run.start.msecsTo(end)) / 1000.0);
}

} // namespace assay::ui
