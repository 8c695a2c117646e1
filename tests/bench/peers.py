#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scikit-learn and SciPy take for the work of bench_metrics and bench_drift: name, median processor seconds, the number."""
import statistics
import sys
import time

try:
    import numpy as np
    from scipy import stats
    from sklearn import metrics
except ImportError as error:
    print(f"peers skipped: {error} (Debian: python3-sklearn python3-scipy)", file=sys.stderr)
    sys.exit(0)


def measure(name, times, work, scale=1):
    costs = []
    for _ in range(times):
        before = time.process_time()
        result = work()
        costs.append(time.process_time() - before)
    print(f"{name} {statistics.median(costs) * scale:.4f} {result:.12g}", flush=True)


def scores(n):
    rng = np.random.default_rng(7)
    truth = (rng.random(n) < 0.3).astype(np.int8)
    return truth, 1 / (1 + np.exp(-rng.standard_normal(n) - truth + 1))


def everything(truth, score):
    roc = metrics.roc_curve(truth, score)
    pr = metrics.precision_recall_curve(truth, score)
    bins = np.minimum((score * 10).astype(int), 9)
    ece = sum(abs(score[bins == k].sum() - truth[bins == k].sum()) for k in range(10)) / len(score)
    return (metrics.auc(roc[0], roc[1]) + metrics.average_precision_score(truth, score) + metrics.log_loss(truth, score)
            + metrics.brier_score_loss(truth, score) + ece + 0 * len(pr[0]))


def bootstrap(truth, score, resamples):
    rng = np.random.default_rng(1)
    n = len(truth)
    aucs = []
    for _ in range(resamples):
        rows = rng.integers(0, n, n)
        aucs.append(metrics.roc_auc_score(truth[rows], score[rows]))
    return float(np.mean(aucs))


def drift(columns):
    sum_ = 0.0
    for k in range(columns):
        a = np.random.default_rng(k).standard_normal(1_000_000)
        b = np.random.default_rng(100 + k).standard_normal(1_000_000) + 0.002 * k
        edges = np.unique(np.quantile(a, np.arange(1, 10) / 10))
        p = np.maximum(np.bincount(np.searchsorted(edges, a), minlength=len(edges) + 1) / len(a), 1e-4)
        q = np.maximum(np.bincount(np.searchsorted(edges, b), minlength=len(edges) + 1) / len(b), 1e-4)
        sum_ += stats.ks_2samp(a, b).statistic + stats.wasserstein_distance(a, b) / a.std() + float(((q - p) * np.log(q / p)).sum())
    return sum_


truth, score = scores(10_000_000)
measure("roc_auc_10m", 1, lambda: metrics.roc_auc_score(truth, score))
measure("all_metrics_10m", 1, lambda: everything(truth, score))
truth, score = scores(100_000)
measure("bootstrap_auc_1000x100k", 1, lambda: bootstrap(truth, score, 50), scale=20)
measure("drift_1m_1m_10", 1, lambda: drift(2), scale=5)
